/** Stands in for undici in parts that fetch nothing: Payload and mailauth make an agent of it when they are loaded. */
export class Agent {}

export function fetch() {
  throw new Error('this part of Kontor fetches nothing');
}
