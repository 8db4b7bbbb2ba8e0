/// What the services say to each other: ids, money, shares and reasons here, one package per event family beside it.
@NullMarked
package dev.tandem.contracts;

import org.jspecify.annotations.NullMarked;
