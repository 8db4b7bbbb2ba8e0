package dev.tandem.store;

/// What the maps in the file are called.
final class MapNames {

    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";

    private MapNames() {}

    static String documents(String database, String collection) {
        return DOCUMENTS + database + "." + collection;
    }

    static String index(String database, String collection, String index) {
        return INDEX + database + "." + collection + ":" + index;
    }

    static String allDocuments() {
        return DOCUMENTS;
    }

    static String databaseOf(String documentsName) {
        return documentsName.substring(DOCUMENTS.length(), documentsName.indexOf('.'));
    }
}
