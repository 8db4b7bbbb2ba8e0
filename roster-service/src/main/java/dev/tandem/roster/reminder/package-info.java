/// Reminders: each company's systems are told, once per stage, what waits for its decision and is soon due, or overdue,
/// or what came to its default.
@NullMarked
package dev.tandem.roster.reminder;

import org.jspecify.annotations.NullMarked;
