import { door, dovetail, glass, plan, shopfront, stairs, timber, yard } from './outside.ts';
import { kitchen, repair, sash, shelves, workshop } from './rooms.ts';

/** Every drawing of the demo's site, by the name its content uses. */
export const drawings = {
  workshop,
  door,
  stairs,
  sash,
  kitchen,
  shelves,
  repair,
  timber,
  yard,
  shopfront,
  dovetail,
  glass,
  plan,
};
export type DrawingName = keyof typeof drawings;
