import { z } from 'zod'
import { idSchema } from './base.ts'

/** A certificate of this file's sessions, or a recognition that an office's list tells of; `id` is theirs. */
export const certificateRefSchema = z.object({ source: z.enum(['session', 'list']), id: idSchema })
export type CertificateRef = z.infer<typeof certificateRefSchema>
