package dev.tandem.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers commands: changes through the [GroupCommit], and nothing that the store cannot do.
final class StoreBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(StoreBackend.class);
    private static final int INTERNAL_ERROR = 1;

    private final StoreFile file;
    private final GroupCommit commits;
    private final Map<String, MongoDatabase> databases = new ConcurrentHashMap<>();

    StoreBackend(StoreFile file, GroupCommit commits) {
        this.file = file;
        this.commits = commits;
        file.names(MapNames.allDocuments()).stream()
                .map(MapNames::databaseOf)
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            return error(e);
        } catch (RuntimeException e) {
            String command = message.getDocument().keySet().iterator().next();
            log.error("{} failed", command, e);
            return error(new MongoServerException(command + " failed in the store: " + e));
        }
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (command.equalsIgnoreCase("hello") || command.equalsIgnoreCase("isMaster")) {
            return hello(channel, database, query);
        }
        Refusals.check(query);
        String namespace = Access.namespace(database, command, query);
        return switch (Access.of(command, query)) {
            case READ -> commits.read(namespace, () -> super.handleCommand(channel, database, command, query));
            case READ_ANY -> commits.readAll(() -> super.handleCommand(channel, database, command, query));
            case CHANGE -> commits.change(namespace, () -> super.handleCommand(channel, database, command, query));
            case CHANGE_ALONE ->
                commits.changeAlone(namespace, () -> super.handleCommand(channel, database, command, query));
        };
    }

    /// No logical sessions and no replica set, so that drivers expect neither transactions nor change streams.
    private Document hello(Channel channel, String database, Document query) {
        Document response = super.handleCommand(channel, database, "isMaster", query);
        response.put("helloOk", true);
        response.put("isWritablePrimary", true);
        response.put("readOnly", false);
        return response;
    }

    private static Document error(MongoServerException e) {
        Document response = new Document("ok", 0.0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            return response.append("code", error.getCode()).append("codeName", error.getCodeName());
        }
        return response.append("code", INTERNAL_ERROR).append("codeName", "InternalError");
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return databases.computeIfAbsent(name, _ -> new StoredDatabase(name, file, getCursorRegistry()));
    }

    @Override
    public void dropDatabase(String name) {
        super.dropDatabase(name);
        databases.remove(name);
    }

    /// The protocol before OP_MSG, whose reads would bypass the commits.
    @Override
    public QueryResult handleQuery(MongoQuery query) {
        throw new MongoServerException("the embedded store speaks OP_MSG only");
    }

    @Override
    public void close() {
        super.close();
        file.close();
    }

    @Override
    public String toString() {
        return "EmbeddedStore";
    }
}
