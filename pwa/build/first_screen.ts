/** Fetches the first screen together with the start, where the path asks for that screen. */
import type { Plugin, Rolldown } from "vite";

/**
 * Add a script to the page that preloads a screen.
 * @param path - where the screen is shown
 * @param chunk - the name of its group of modules
 */
export function firstScreen(path: string, chunk: string): Plugin {
  return {
    name: "first screen",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_page, { bundle = {} }) => {
        const links = JSON.stringify(linksTo(bundle, chunk));
        const append = `document.head.append(Object.assign(document.createElement("link"),link))`;
        const children = `if(location.pathname==="${path}")for(const link of ${links})${append}`;
        return [{ tag: "script", children, injectTo: "head" }];
      },
    },
  };
}

function linksTo(bundle: Rolldown.OutputBundle, name: string): object[] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const screen = chunks.filter((chunk) => chunk.name === name);
  const imported = chunks.filter(
    ({ isEntry, fileName }) => !isEntry && screen.some(({ imports }) => imports.includes(fileName)),
  );
  const styles = screen.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...[...screen, ...imported].map(({ fileName }) => ({
      rel: "modulepreload",
      href: `/${fileName}`,
    })),
    ...styles.map((fileName) => ({
      rel: "preload",
      as: "style",
      crossOrigin: "",
      href: `/${fileName}`,
    })),
  ];
}
