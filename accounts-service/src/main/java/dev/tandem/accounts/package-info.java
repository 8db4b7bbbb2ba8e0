/// The accounts service: accounts of each company, their alignment across a partnership, the shared book, and deals.
@NullMarked
package dev.tandem.accounts;

import org.jspecify.annotations.NullMarked;
