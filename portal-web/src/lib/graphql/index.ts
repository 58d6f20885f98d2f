export { request } from './client'
export { refusalOf } from './outcome'
export { signInBy, type Refusal, type SignInOutcome } from './tokens'
export type { Failure, Outcome, Problem } from './outcome'
