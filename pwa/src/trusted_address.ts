/** The only Trusted Types policy: it allows addresses of our own scripts and nothing else. */

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

/**
 * Return an address of this site as one from which the browser may run a script.
 * @throws TypeError where the address is of another site
 */
export function trustedAddress(address: string): string {
  return policy.createScriptURL(address);
}

function ownAddress(address: string): string {
  if (new URL(address, location.href).origin !== location.origin) throw new TypeError("not ours");
  return address;
}
