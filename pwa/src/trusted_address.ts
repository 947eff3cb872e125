/** The one Trusted Types policy: it lets through addresses of our own scripts, and nothing else. */

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy;
}

interface Policy {
  createScriptURL(address: string): string;
}

declare const trustedTypes: PolicyFactory | undefined;

const policy: Policy =
  typeof trustedTypes === "undefined"
    ? { createScriptURL: ownAddress }
    : trustedTypes.createPolicy("earshot", { createScriptURL: ownAddress });

/** Give an address of ours as one from which the browser may run a script. */
export function trustedAddress(address: string): string {
  return policy.createScriptURL(address);
}

function ownAddress(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) throw new TypeError("not ours");
  return address;
}
