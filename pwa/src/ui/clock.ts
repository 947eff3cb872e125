/** The current time, for screens that change with it. */

import { useEffect, useState } from "preact/hooks";

const EACH_SECONDS = 30;

/** Return the current time; the component renders again each half minute and when the user comes back. */
export function useNow(): Date {
  const [, setUpdated] = useState(0);
  useEffect(() => {
    const update = () => setUpdated(Date.now());
    const timer = setInterval(update, EACH_SECONDS * 1000);
    document.addEventListener("visibilitychange", update);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", update);
    };
  }, []);
  return new Date();
}
