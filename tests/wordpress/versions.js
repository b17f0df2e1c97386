// The releases of WordPress that the plugin is tried in, of those that the package with WordPress has: the newest, and the
// oldest that the plugin promises. Each is a folder `sites/NAME` of what install.js installs.

/** A release candidate: the package has none of the release. */
export const NEWEST = 'beta';

/** That of `Requires at least`. */
export const OLDEST = '6.5';

/** The one that is asked for. */
export const { WORDPRESS_VERSION: VERSION = NEWEST } = process.env;
