/** Draws a hook as Preact does on a screen, where no element is ever made. */
import { h, render } from "preact";
import { useEffect } from "preact/hooks";

/** Draw what a hook gives for an input, again with another; `end` takes it off the screen, and resolves when it has let go. */
export function drawn<I, O>(hook: (input: I) => O, input: I) {
  const screen = { childNodes: [], firstChild: null } as unknown as Element;
  const shown: O[] = [];
  const left = Promise.withResolvers<void>();
  const Reader = ({ given }: { given: I }) => {
    shown.push(hook(given));
    useEffect(() => left.resolve, []);
    return null;
  };
  const draw = (given: I) => render(h(Reader, { given }), screen);
  draw(input);
  const end = () => {
    render(null, screen);
    return left.promise;
  };
  return { draw, shown, last: () => shown.at(-1) as O, end };
}
