/// Everything about HTTP that every service needs and none owns: who calls, what may be called, how a body is read,
/// how a change is guarded, how a list is paged, and how every refusal is answered.
@NullMarked
package dev.tandem.kit.web;

import org.jspecify.annotations.NullMarked;
