/// The platform from outside: its REST API as a company's people use it, and its topics as a company's CRM does.
@NullMarked
package dev.tandem.standalone.client;

import org.jspecify.annotations.NullMarked;
