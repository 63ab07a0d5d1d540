package wanhu.open311;

/** A controller that answers programs, in XML or JSON also when it says no. */
interface Api {}
