/** What the build writes into the scripts. */

/** The version of this client, which the server compares with the oldest that it still serves. */
declare const __CLIENT__: string;
