/** The whole app on one screen: which path shows which screen, in the one frame. */

import { Frame } from "./ui/frame";
import { useRoute } from "./ui/route";

/** Show the screen of the path in its frame. */
export function App() {
  const { path } = useRoute();
  return (
    <Frame unsyncedCount={0} standing="">
      <div class="pane">{path}</div>
    </Frame>
  );
}
