package dev.tandem.kit.web;

import tools.jackson.databind.node.ObjectNode;

/// A body that is sound JSON, not yet of any type.
record ParsedBody(ObjectNode tree, String sha256) {}
