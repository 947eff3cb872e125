/** The one table of screens: at which path each is shown, what it is called, and how it is reached. */
import type { FunctionComponent } from "preact";
import type { IconName } from "./ui/icons";

/** A screen of the app. */
export interface ScreenRoute {
  /** A pattern of `match`: `:id` matches one part of the path, a last `*` any number of them. */
  path: string;
  title: string;
  /** Fetch the screen; without it the screen is already in `index.html`. */
  load?: () => Promise<FunctionComponent>;
  /** Its icon and key in the bar of main screens; the order there is the order here. */
  bar?: { icon: IconName; key: string };
}

/** All screens; the first pattern that matches decides. */
export const screenRoutes: ScreenRoute[] = [
  {
    path: "/",
    title: "Now",
    load: async () => (await import("./screens/now/now_screen")).NowScreen,
    bar: { icon: "now", key: "1" },
  },
  {
    path: "/events/*",
    title: "Events",
    load: async () => (await import("./screens/events/events_screen")).EventsScreen,
    bar: { icon: "event", key: "2" },
  },
  { path: "/note/*", title: "Quick note", bar: { icon: "note", key: "3" } },
  {
    path: "/people/:id/draft",
    title: "Draft",
    load: async () => (await import("./screens/drafts/draft_screen")).DraftScreen,
  },
  {
    path: "/people/*",
    title: "People",
    load: async () => (await import("./screens/people/people_screen")).PeopleScreen,
    bar: { icon: "people", key: "4" },
  },
  {
    path: "/follow-ups/*",
    title: "Follow-ups",
    load: async () => (await import("./screens/follow_ups/follow_ups_screen")).FollowUpsScreen,
    bar: { icon: "promise", key: "5" },
  },
  {
    path: "/listen",
    title: "Listen",
    load: async () => (await import("./screens/listen/listen_screen")).ListenScreen,
  },
  {
    path: "/prompts",
    title: "Prompts",
    load: async () => (await import("./screens/listen/prompts_screen")).PromptsScreen,
  },
  {
    path: "/recall/*",
    title: "Recall",
    load: async () => (await import("./screens/recall/recall_screen")).RecallScreen,
  },
  {
    path: "/garden",
    title: "Garden",
    load: async () => (await import("./screens/garden/garden_screen")).GardenScreen,
  },
  {
    path: "/history/*",
    title: "History",
    load: async () => (await import("./screens/history/history_screen")).HistoryScreen,
  },
  {
    path: "/deleted",
    title: "Recently deleted",
    load: async () => (await import("./screens/history/deleted_screen")).DeletedScreen,
  },
  {
    path: "/me/*",
    title: "My card",
    load: async () => (await import("./screens/my_card/my_card_screen")).MyCardScreen,
  },
  {
    path: "/scan",
    title: "Scan a code",
    load: async () => (await import("./screens/my_card/scan_screen")).ScanScreen,
  },
  {
    path: "/account",
    title: "Account",
    load: async () => (await import("./screens/account/account_screen")).AccountScreen,
  },
  {
    path: "/sign-in",
    title: "Sign in",
    load: async () => (await import("./screens/account/sign_in_screen")).SignInScreen,
  },
];

/** Paths that moved, for links, shortcuts and open pages of older versions. */
export const movedPaths: Record<string, string> = {
  // Last used by 0.2.0.
  "/talk": "/listen",
};
