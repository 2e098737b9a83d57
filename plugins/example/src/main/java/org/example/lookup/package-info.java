/** A look-up of somebody else, built against the published SPI alone. */
package org.example.lookup;
