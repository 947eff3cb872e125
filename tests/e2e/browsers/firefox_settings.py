"""The settings of a Firefox under test: pushes to our own service, and quiet otherwise."""

from pathlib import Path

PUSHES = {
    "dom.push.testing.allowInsecureServerURL": "true",
    "dom.push.retryBaseInterval": "500",
    # WebDriver's recommended settings would switch pushes off.
    "remote.prefs.recommended": "false",
}
QUIET = {
    "app.normandy.enabled": "false",
    "app.update.disabledForTesting": "true",
    "browser.aboutwelcome.enabled": "false",
    "browser.newtabpage.activity-stream.feeds.system.topstories": "false",
    "browser.region.network.url": '""',
    "browser.safebrowsing.malware.enabled": "false",
    "browser.safebrowsing.phishing.enabled": "false",
    "browser.search.update": "false",
    "browser.sessionstore.resume_from_crash": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.homepage_override.mstone": '"ignore"',
    "browser.startup.page": "0",
    "browser.warnOnQuit": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "devtools.jsonview.enabled": "false",
    "extensions.getAddons.cache.enabled": "false",
    "extensions.systemAddon.update.enabled": "false",
    "extensions.update.enabled": "false",
    "media.gmp-manager.updateEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
    "network.http.speculative-parallel-limit": "0",
    "services.settings.server": '"data:,#remote-settings-dummy/v1"',
    "termsofuse.bypassNotification": "true",
    "toolkit.cosmeticAnimations.enabled": "false",
    "toolkit.telemetry.enabled": "false",
}


def write_settings(profile: Path, push_address: str, **more: str) -> None:
    """Put the settings into a profile; dots of names are written as __."""
    named = {name.replace("__", "."): value for name, value in more.items()}
    settings = {"dom.push.serverURL": f'"{push_address}"', **PUSHES, **QUIET, **named}
    lines = [f'user_pref("{name}", {value});\n' for name, value in settings.items()]
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "user.js").write_text("".join(lines))
