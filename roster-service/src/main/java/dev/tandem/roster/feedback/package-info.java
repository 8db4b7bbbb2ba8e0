/// Peer feedback: what colleagues of both sides tell a rep, for that rep alone. Nothing else reads it: no score, no
/// export, no rule of recognition.
@NullMarked
package dev.tandem.roster.feedback;

import org.jspecify.annotations.NullMarked;
