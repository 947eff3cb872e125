/** The account: who is signed in, sync, this device, settings and signing out. */
import { type Account, account } from "../../data/account";
import { syncState } from "../../data/device_state";
import { useLive } from "../../data/live";
import { useReload } from "../../service_worker/updates";
import { ReadingFailed, Skeleton } from "../../ui/empty";
import { Link } from "../../ui/link";
import { DeleteAccountSection } from "./delete_account_section";
import { ElsewhereSection } from "./elsewhere_section";
import { ExportSection } from "./export_section";
import { InstallSection } from "./install";
import { DeletedSection, MyCardSection, PromptsSection } from "./link_sections";
import { PasswordSection } from "./password_section";
import { PrivacyScreenSection } from "./privacy_screen";
import { RemindersSection } from "./reminders_section";
import { SessionsSection } from "./sessions_section";
import { SignOutSection } from "./sign_out_section";
import { StorageSection } from "./storage_section";
import { SyncSection } from "./sync_section";
import { ThemeSection } from "./theme";
import { useChannels } from "./use_channels";
import "./account.css";

/** Show the account screen, with or without an account. */
export function AccountScreen() {
  const { value, error } = useLive(async () => (await account()) ?? null, ["account"], []);
  return (
    <div class="pane">
      {error ? <ReadingFailed /> : value === undefined ? <Skeleton /> : null}
      {value !== undefined && <AccountSections owner={value} />}
    </div>
  );
}

function AccountSections({ owner }: { owner: Account | null }) {
  const state = useLive(syncState, ["sync_state"], []).value?.state;
  const isSignedIn = owner !== null && state !== undefined && state !== "signed_out";
  const [channels, readChannels] = useChannels(isSignedIn);
  return (
    <div class="stack account">
      <h1>Account</h1>
      {owner ? <p class="soft">{owner.email}</p> : <NoAccount />}
      {owner && <SyncSection />}
      {isSignedIn && <SessionsSection />}
      <MyCardSection />
      <PromptsSection />
      <RemindersSection />
      {isSignedIn && channels && <ElsewhereSection channels={channels} onChange={readChannels} />}
      <ThemeSection />
      <PrivacyScreenSection />
      <InstallSection />
      <StorageSection />
      <ExportSection />
      {owner && <DeletedSection />}
      {isSignedIn && (
        <PasswordSection mayHaveAddress={channels?.feed_made_at !== null} onChange={readChannels} />
      )}
      <VersionSection />
      {owner && <SignOutSection />}
      {isSignedIn && <DeleteAccountSection owner={owner} />}
    </div>
  );
}

function NoAccount() {
  return (
    <div class="notice">
      <p>
        Your notes are saved on this device only. Sign in to back them up and to see them on your
        computer.
      </p>
      <Link href="/sign-in" class="button primary">
        Sign in
      </Link>
    </div>
  );
}

function VersionSection() {
  const reload = useReload("new_version");
  return (
    <section class="card stack" aria-labelledby="version">
      <h2 id="version">Version</h2>
      <p>Earshot {__CLIENT__}</p>
      {reload && (
        <button type="button" class="button primary" onClick={reload}>
          Reload for the new version
        </button>
      )}
    </section>
  );
}
