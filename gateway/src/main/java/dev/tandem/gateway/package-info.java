/// The edge: one address for all services, with tokens checked, requests limited per company, and services that are
/// down answered for. It decides nothing that a service does not check again.
@NullMarked
package dev.tandem.gateway;

import org.jspecify.annotations.NullMarked;
