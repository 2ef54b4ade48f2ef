/** What one command's runs come to together: results hang on it, and whoever wants to hear of them listens to it. */
@NullMarked
package dev.blackstart.session;

import org.jspecify.annotations.NullMarked;
