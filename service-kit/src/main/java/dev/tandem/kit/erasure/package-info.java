/// Forgetting a person in every service that ever heard of the person.
@NullMarked
package dev.tandem.kit.erasure;

import org.jspecify.annotations.NullMarked;
