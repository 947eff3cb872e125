/** What the build writes into the scripts. */

/** The version of this client, which the server compares with the oldest that it still serves. */
declare const __CLIENT__: string;

/** What the worker of this build keeps and answers. */
declare const __SHELL__: {
  version: string;
  /** The addresses of the files that it keeps at install, "/" being the app's page. */
  files: string[];
  /** The addresses of the files that it keeps in idle time, or when they are first needed. */
  later: string[];
  /** The first parts of the paths that the app's page is for: "" for "/", "people" for "/people/7". */
  pages: string[];
};
