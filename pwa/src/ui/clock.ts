/** The time of day, for screens that change as it goes on. */

import { useEffect, useState } from "preact/hooks";

const EACH_SECONDS = 30;

/** Give the present moment; the component is drawn anew as time goes on, and when the person comes back. */
export function useNow(): Date {
  const [, setLooked] = useState(0);
  useEffect(() => {
    const look = () => setLooked(Date.now());
    const timer = setInterval(look, EACH_SECONDS * 1000);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return new Date();
}
