export interface Refusal {
  status: number;
  text: string;
}
