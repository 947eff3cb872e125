/** What the build writes into the scripts. */

/** The version of this client, which the server compares with the oldest that it still serves. */
declare const __CLIENT__: string;

/** The files of this build that the worker keeps, "/" being the page itself. */
declare const __SHELL__: { version: string; files: string[] };
