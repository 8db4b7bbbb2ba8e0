/// Learning together: the joint playbook, and questions that find those who know.
@NullMarked
package dev.tandem.roster.learning;

import org.jspecify.annotations.NullMarked;
