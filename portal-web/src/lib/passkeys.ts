/// Whether this device can hold passkeys.
export function knowsPasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
}

/// Makes a passkey on this device.
/// @param options as the server gave them
/// @return what the server wants to see, or null when the person gave it up
export function makePasskey(options: string): Promise<string | null> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options))
  return asText(() => navigator.credentials.create({ publicKey }))
}

/// Lets the person choose and unlock a passkey of theirs.
/// @return what the server wants to see, or null when the person gave it up
export function usePasskey(options: string): Promise<string | null> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))
  return asText(() => navigator.credentials.get({ publicKey }))
}

async function asText(ask: () => Promise<Credential | null>): Promise<string | null> {
  try {
    const credential = await ask()
    return credential instanceof PublicKeyCredential ? JSON.stringify(credential.toJSON()) : null
  } catch (error) {
    // Cancelled, timed out, or there is none on this device.
    if (error instanceof DOMException) return null
    throw error
  }
}
