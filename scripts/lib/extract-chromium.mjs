import chromium from '@sparticuz/chromium';

/**
 * Run as a program of its own, because the package unpacks into TMPDIR and decides by the environment whether its
 * shared libraries come along. Writes the path of the browser.
 */
console.log(await chromium.executablePath());
