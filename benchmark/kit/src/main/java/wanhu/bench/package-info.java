/**
 * What all sides of a measurement share: the life that each of them lives, the worker that drives
 * it, and the floor, which is the same life in hand-written SQL.
 */
package wanhu.bench;
