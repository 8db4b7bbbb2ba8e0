package dev.tandem.kit.web;

import tools.jackson.databind.node.ObjectNode;

/// A body that is sound JSON, not yet of any type, and the mark by which it is recognised when it comes again.
record ParsedBody(ObjectNode tree, String mark) {}
