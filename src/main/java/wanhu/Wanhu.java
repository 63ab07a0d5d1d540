package wanhu;

public final class Wanhu {
    public static void main(String[] args) {}
}
