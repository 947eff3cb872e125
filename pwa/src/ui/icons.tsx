/** The app's icons: one line style, drawn on a square of 24. */

const paths = {
  now: "M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-4 2.8-6 6.5-6s6.1 2 6.5 6M16 4.300a3.5 3.5 0 0 1 0 6.400M18 14.400c2.1.7 3.3 2.5 3.5 5.6",
  event:
    "M5 6h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1ZM4 10.500h16M8.5 3.500V8M15.5 3.500V8",
  note: "M4 20l1-4.500L16.5 4a2.1 2.1 0 0 1 3 0l.5.500a2.1 2.1 0 0 1 0 3L8.5 19 4 20ZM14 6.500l3.5 3.5",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.500c.5-4.3 3.2-6.5 7.5-6.500s7 2.2 7.5 6.5",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 20.5 20.5",
  back: "M10 5l-7 7 7 7M3.5 12H21",
  done: "M4.5 12.500l5 5L19.5 7",
  later: "M12 8v4l2.5 2.500M4 4.500v4h4M4.5 8.300A8.5 8.5 0 1 1 3.5 12",
  close: "M6 6l12 12M18 6 6 18",
  add: "M12 5v14M5 12h14",
  more: "M6 9.500l6 6 6-6",
  edit: "M4 20l1-4.500L16.5 4a2.1 2.1 0 0 1 3 0l.5.500a2.1 2.1 0 0 1 0 3L8.5 19 4 20Z",
  trash: "M4 7h16M9.5 7V4.500h5V7M6 7l1 13h10l1-13M10 11v5M14 11v5",
  synced:
    "M6.5 18.500a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.7 1.1 4 4 0 0 1-.3 7.900ZM9 13.500l2.2 2.2 3.8-4",
  waiting:
    "M6.5 18.500a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.7 1.1 4 4 0 0 1-.3 7.900ZM12 16.500V11M9.7 13 12 10.700l2.3 2.3",
  warning:
    "M12 9v4.500M12 17v.01M10.3 4.3 2.8 17.500A2 2 0 0 0 4.5 20.500h15a2 2 0 0 0 1.7-3L13.7 4.300a2 2 0 0 0-3.4 0Z",
  promise:
    "M12 20.500V12M12 12c0-4 2.5-6.5 7.5-7 .3 5-2.5 7.5-7.5 7ZM12 16c-.3-3-2.5-5-7-5 0 3.7 2.5 5.7 7 5Z",
  leave:
    "M14 8V5.500A1.5 1.5 0 0 0 12.5 4h-7A1.5 1.5 0 0 0 4 5.500v13A1.5 1.5 0 0 0 5.5 20h7a1.5 1.5 0 0 0 1.5-1.500V16M9.5 12H21M17.5 8.5 21 12l-3.5 3.5",
  phone:
    "M7.5 3h9A1.5 1.5 0 0 1 18 4.500v15a1.5 1.5 0 0 1-1.5 1.500h-9A1.5 1.5 0 0 1 6 19.500v-15A1.5 1.5 0 0 1 7.5 3ZM11 18h2",
  code: "M4 4h6v6H4ZM14 4h6v6h-6ZM4 14h6v6H4ZM14 14h2.500v2.500M20 14v2.500M14 20h2.500M19.500 20h.500M20 17.500v.500",
  laptop: "M6 5h12a1 1 0 0 1 1 1v9H5V6a1 1 0 0 1 1-1ZM2.5 18.500h19",
  share: "M12 15V3.500M8 7l4-3.500L16 7M7 11H5.500v9.500h13V11H17",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 14.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
} as const;

export type IconName = keyof typeof paths;

/** Draw an icon beside words; it is silent to screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
