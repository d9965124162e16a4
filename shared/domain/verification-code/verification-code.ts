/** Crockford's base 32: no letter that a hand or an eye takes for a figure. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const hashFigures = 20
const codeLetters = 16

/**
 * "Mã kiểm chứng" of a paper: the first 80 bits of the hash of the audit event that it rests on, and a check letter, as
 * `4K7P-91XD-0RWT-M2HN-8`. Each hash covers all events before it, so the code vouches for everything up to there.
 *
 * @param hash an event's SHA-256 in lower-case hexadecimal
 */
export function verificationCode(hash: string): string {
  const bits = BigInt(`0x${hash.slice(0, hashFigures)}`)
  const digits = Array.from({ length: codeLetters }, (_, place) => Number((bits >> BigInt(75 - 5 * place)) & 31n))
  const text = [...digits, checkDigit(digits)].map((digit) => letters[digit]).join('')
  return text.replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * What a typed code stands for: the beginning of a hash; `slip` where the check letter says that it is mistyped;
 * `no-code` where so many letters are none. Case, spaces, dashes and letters that look like figures are of no matter.
 */
export function readVerificationCode(typed: string): { readonly hashStart: string } | 'slip' | 'no-code' {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const digits = [...text].map((letter) => letters.indexOf(letter))
  if (digits.length !== codeLetters + 1 || digits.includes(-1)) return 'no-code'
  const own = digits.slice(0, codeLetters)
  if (checkDigit(own) !== digits[codeLetters]) return 'slip'
  const bits = own.reduce((sum, digit) => sum * 32n + BigInt(digit), 0n)
  return { hashStart: bits.toString(16).padStart(hashFigures, '0') }
}

/** Each digit is weighed by another power of a root of GF(32), so that one wrong digit or two swapped ones show. */
function checkDigit(digits: readonly number[]): number {
  return digits.reduce((sum, digit) => double(sum ^ digit), 0)
}

const double = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1)
