import { remembering } from '../remembering.ts'
import { fold } from '../vietnamese/fold.ts'

/**
 * The number of a decision or a certificate as it is compared: `2/QĐUBND` is `02/QĐ-UBND`. Hundreds of rows cite one decision,
 * and each is held against the others.
 */
export const numberKey = remembering((text) =>
  fold(text)
    .replace(/[^\p{L}\p{N}/]/gu, '')
    .replace(/^0+(?=\d)/, ''),
)
