package dev.tandem.standalone.platform;

import java.util.List;
import java.util.Map;

/// How the class archive of one application is drafted.
record ArchivingJob(ClassArchive archive, List<String> command, Map<String, String> environment) {}
