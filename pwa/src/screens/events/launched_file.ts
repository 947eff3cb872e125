/** A calendar file with which the installed app was started, where the system can do that. */

interface LaunchQueue {
  setConsumer(take: (launch: { files?: FileSystemFileHandle[] }) => void): void;
}

/**
 * Give each file with which the app is started to whoever can open it.
 * source: the File Handling API, https://wicg.github.io/manifest-incubations/#file_handlers-member
 */
export function onLaunchedFile(open: (file: File) => void): void {
  const { launchQueue } = window as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(async ({ files }) => {
    const file = await files?.[0]?.getFile();
    if (file) open(file);
  });
}
