/** An end to waiting for what may never settle. */

/** Give what the promise gives; raises an error named `TimeoutError` where that takes too long. */
export async function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = new Promise<never>((_, reject) => {
    const late = new DOMException(`no answer within ${seconds} s`, "TimeoutError");
    timer = setTimeout(reject, seconds * 1000, late);
  });
  try {
    return await Promise.race([promise, end]);
  } finally {
    clearTimeout(timer);
  }
}
