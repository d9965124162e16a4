import type { Configuration } from 'electron-builder'

/** What electron-builder.yml cannot say: it depends on the platform packed for, and on whether there is a signer. */
export function packOptions(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Configuration {
  // The .deb is installed under this name: the folder has neither spaces nor letters that a shell stumbles over. What
  // people read is the name in the desktop entry.
  if (platform === 'linux') return { productName: 'hoi-dong-ocop' }
  const hasCertificate = [env['CSC_LINK'], env['CSC_NAME']].some((one) => one !== undefined && one !== '')
  // Without a certificate the program is signed by nobody in particular: unsigned, a Mac with Apple's chip kills it.
  if (platform === 'darwin' && !hasCertificate) return { mac: { identity: '-' } }
  return {}
}
