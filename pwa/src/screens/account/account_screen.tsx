/** The account: who is signed in, how things stand with the server, this device, and the way out. */
import { type Account, account } from "../../data/account";
import { useLive } from "../../data/live";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { DeletedSection } from "./deleted_section";
import { ElsewhereSection } from "./elsewhere_section";
import { ExportSection } from "./export_section";
import { HidingSection } from "./hiding_section";
import { InstallSection } from "./install_section";
import { MyCardSection } from "./my_card_section";
import { PasswordSection } from "./password_section";
import { PromptsSection } from "./prompts_section";
import { RemindersSection } from "./reminders_section";
import { SessionsSection } from "./sessions_section";
import { SignOutSection } from "./sign_out_section";
import { StorageSection } from "./storage_section";
import { SyncSection } from "./sync_section";
import { ThemeSection } from "./theme_section";
import { VersionSection } from "./version_section";
import "./account.css";

/** Show the account screen, with or without an account. */
export function AccountScreen() {
  const { value, error } = useLive(async () => (await account()) ?? null, ["account"], []);
  return (
    <div class="pane">
      {error ? <ReadingFailed /> : value === undefined ? <Skeleton /> : null}
      {value !== undefined && <AccountSections known={value} />}
    </div>
  );
}

function AccountSections({ known }: { known: Account | null }) {
  return (
    <div class="stack account">
      <h1>Account</h1>
      {known ? <p class="soft">{known.email}</p> : <NoAccount />}
      {known && <SyncSection />}
      {known && <SessionsSection />}
      <MyCardSection />
      <PromptsSection />
      <RemindersSection />
      {known && <ElsewhereSection />}
      <ThemeSection />
      <HidingSection />
      <InstallSection />
      <StorageSection />
      <ExportSection />
      {known && <DeletedSection />}
      {known && <PasswordSection />}
      <VersionSection />
      {known && <SignOutSection />}
    </div>
  );
}

function NoAccount() {
  return (
    <div class="notice">
      <p>
        There is no account on this device yet. What you capture is kept here; sign in to back it up
        and to see it on your desk.
      </p>
      <Link href="/sign-in" class="button primary">
        Sign in
      </Link>
    </div>
  );
}
