/** The key of Vesper's local API: given once in the address, after the #, and kept for as long as the tab lives. */

const NAME = "vesper-key";

/**
 * The key given in the address, or the one kept from before; empty when there is none.
 * @param {{hide: boolean}} how hide: take it out of the address bar
 */
export function foundKey({ hide }) {
  const given = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
  if (given) {
    keepKey(given);
    if (hide) history.replaceState(null, "", location.pathname + location.search);
  }
  return given || kept();
}

/** Keep it for reloads of this tab. @param {string} key */
export function keepKey(key) {
  try {
    sessionStorage.setItem(NAME, key);
  } catch {
    // Storage may be switched off; then a reload asks again.
  }
}

function kept() {
  try {
    return sessionStorage.getItem(NAME) ?? "";
  } catch {
    return "";
  }
}
