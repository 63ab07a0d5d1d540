package wanhu.matter;

import java.util.UUID;

/**
 * What the resident gets: the number of the matter and a secret code with which she, and nobody
 * else, follows it.
 *
 * @param code twelve digits, easy to read out on the phone; shown once
 */
public record Receipt(UUID matter, String number, UUID requester, String code) {}
