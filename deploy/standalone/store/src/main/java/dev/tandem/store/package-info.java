/// The document store of a standalone installation: speaks the MongoDB wire protocol, keeps its data in one file.
///
/// Protocol, query matching and update operators are those of mongo-java-server. What this package adds is that an
/// answered write is on disk, that indexes are used and always agree with their documents, and that what the store
/// cannot do is refused instead of ignored.
@NullMarked
package dev.tandem.store;

import org.jspecify.annotations.NullMarked;
